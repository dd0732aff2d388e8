namespace Spark.Engine.Conversations;

/// <summary>A variable of the person that is not kept for ever.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Until">When it is forgotten.</param>
public sealed record KeptVariable(string Name, DateTimeOffset Until);
