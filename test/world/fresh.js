// Decorators tell these two libraries of their classes through the process, which runs many test files one after another: without
// this each would see the classes of all before it once more, and building the schema would take longer every time.
delete globalThis.TypeGraphQLMetadataStorage;
for (const name of Object.keys(globalThis)) if (name.startsWith('mikro-orm-')) delete globalThis[name];
