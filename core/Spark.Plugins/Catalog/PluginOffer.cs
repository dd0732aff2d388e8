using Spark.Offload;

namespace Spark.Plugins.Catalog;

/// <summary>One thing that a plugin offers, as an operator sees it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">What an operator or a designer writes to use it.</param>
/// <param name="Offload">What an offload provider does with a conversation; null for other kinds.</param>
public sealed record PluginOffer(PluginKind Kind, string Id, OffloadKind? Offload = null);
