using System.Text.Json.Serialization;

namespace Spark.Cockpit.Plugins;

/// <summary>The list of plugins that are switched off, as it is kept.</summary>
[JsonSerializable(typeof(string[]))]
internal sealed partial class SwitchJson : JsonSerializerContext;
