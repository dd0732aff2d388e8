using System.Text.Json.Serialization;

namespace Spark.Cockpit.Plugins;

/// <summary>What the nodes tell of their plugins, as it is kept: by the nodes' ids.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, NodePlugins>))]
internal sealed partial class NodePluginJson : JsonSerializerContext;
