-- Families of topics with their colours and icons, in the order of the vocabulary.
SELECT family, colour, icon, label_en, label_zh FROM families ORDER BY rowid
