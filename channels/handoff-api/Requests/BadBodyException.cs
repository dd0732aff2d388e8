namespace Spark.Channels.HandoffApi.Requests;

/// <summary>The body is not what the API takes.</summary>
internal sealed class BadBodyException(string message) : Exception(message);
