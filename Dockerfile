# syntax=docker/dockerfile:1
# Waymark as an image for amd64 and arm64: `docker build -t waymark .` in a clone. scripts/image/ runs these steps
# without an engine.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /waymark
# By themselves, so that they are installed again only when they change.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY bin ./bin
COPY frameworks ./frameworks
COPY prisma ./prisma
COPY scripts ./scripts
COPY src ./src
COPY tsconfig.json LICENSE .env.example ./
RUN npm run build
RUN mkdir /waymark/empty

# The program brings its Node, and needs a shell and the C library beside it.
FROM debian:bookworm-slim
LABEL org.opencontainers.image.title="Waymark" org.opencontainers.image.licenses="MIT"
COPY --from=build /waymark/build /opt/waymark
COPY --from=build --chown=10001:10001 /waymark/empty /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 WAYMARK_DATA_DIR=/data
WORKDIR /data
# Nobody in particular: the number owns /data and nothing else.
USER 10001:10001
# All that is written, besides /tmp. The rest may be read-only.
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --start-interval=1s --retries=3 \
  CMD ["/opt/waymark/node_modules/.bin/node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/opt/waymark/bin/waymark"]
CMD ["start"]
