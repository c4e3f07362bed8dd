# docker build -t xi-explorer . && docker run -p 8501:8501 xi-explorer
FROM python:3.11-slim-bookworm

WORKDIR /app
COPY requirements.lock .
RUN python -m pip install --no-cache-dir --require-hashes --only-binary :all: \
    -r requirements.lock

COPY LICENSE app.py ./
COPY .streamlit .streamlit
COPY data data
COPY pages pages
COPY xi_data xi_data

# The database is built into the home folder; with a read-only root it is kept in memory.
RUN useradd --create-home explorer
USER explorer

# A container's own loopback is nobody's: it listens on all addresses, and docker run -p says who
# comes in. Behind a proxy, FORWARDED_ALLOW_IPS names the proxy's address.
ENV PYTHONUNBUFFERED=1 STREAMLIT_SERVER_FILE_WATCHER_TYPE=none \
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 STREAMLIT_SERVER_PORT=8501
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-m", "xi_data.health"]
CMD ["python", "-m", "streamlit", "run", "xi_data/ui/shell/serve.py"]
