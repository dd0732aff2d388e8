namespace Spark.Simulators.Sparkcentral.Conversations;

internal sealed record Attachment(string FileName, string ContentType, byte[] Content);
