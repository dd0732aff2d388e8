namespace Spark.Channels.WebChat;

/// <summary>What went wrong: a code for programs, a sentence for people.</summary>
internal sealed record ErrorDetail(string Code, string Message);
