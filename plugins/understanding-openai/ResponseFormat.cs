namespace Spark.Understanding.OpenAi;

/// <summary>The form that is asked for.</summary>
internal sealed record ResponseFormat(string Type);
