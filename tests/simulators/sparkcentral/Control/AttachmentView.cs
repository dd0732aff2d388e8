namespace Spark.Simulators.Sparkcentral.Control;

internal sealed record AttachmentView(string FileName, string ContentType, long Size, string Url);
