// In place of the example that comes with Swagger UI, which loads a description from another host.
globalThis.ui = SwaggerUIBundle({
  url: "./api.json",
  dom_id: "#swagger-ui",
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
});
