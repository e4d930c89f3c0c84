// Loaded before anything else (`node -r`): an older Node cannot even read the TypeScript that would say this.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Keyturn needs Node 22.18 or newer; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}
