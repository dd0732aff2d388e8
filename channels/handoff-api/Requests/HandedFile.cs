namespace Spark.Channels.HandoffApi.Requests;

/// <summary>A file of a handoff. The API knows no names of files; this one is made up.</summary>
internal sealed record HandedFile(string Name, string MediaType, byte[] Content);
