using System.Text.Json;

namespace Spark.Messages;

/// <summary>A named event for the program on the far side (a web page, say). People do not see it.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Value">Its data; undefined for none.</param>
public sealed record EventPart(string Name, JsonElement Value) : MessagePart;
