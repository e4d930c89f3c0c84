# The steps of CI: npm ci, npm run build, and the standalone server alone. Nothing of the build is in what runs.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /src
COPY . .
RUN npm ci && npm run build

FROM node:24.21.0-bookworm-slim
WORKDIR /keyturn
COPY --from=build --chown=root:root /src/.next/standalone ./
# Nothing is written: run it with a read-only root. What no one may write belongs to root, and nobody runs it.
USER node
ENV NODE_ENV=production HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1 AWS_EC2_METADATA_DISABLED=true
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
# The bounded heap: decision 018. Headers: two sign-ins may lie in one browser.
CMD ["node", "--disable-warning=DEP0169", "--max-old-space-size=512", "--max-http-header-size=32768", "server.js"]
