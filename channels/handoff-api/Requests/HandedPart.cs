namespace Spark.Channels.HandoffApi.Requests;

/// <summary>A part of a handoff: a text or a file.</summary>
internal readonly record struct HandedPart(string? Text, HandedFile? File);
