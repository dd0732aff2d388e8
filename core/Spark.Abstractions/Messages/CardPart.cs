using System.Text.Json;

namespace Spark.Messages;

/// <summary>An Adaptive Card.</summary>
/// <param name="Card">The card's document.</param>
/// <param name="FallbackText">What a channel without cards shows instead.</param>
public sealed record CardPart(JsonElement Card, string FallbackText) : MessagePart;
