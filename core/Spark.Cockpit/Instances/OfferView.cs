using System.Text.Json.Nodes;
using Spark.Plugins.Catalog;

namespace Spark.Cockpit.Instances;

/// <summary>Something that a plugin offers and that can be set up: a channel, an offload provider, or an action behind a connection.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Schema">The JSON Schema of its settings; null when it has none.</param>
internal sealed record OfferView(PluginKind Kind, string Id, string Name, JsonObject? Schema);
