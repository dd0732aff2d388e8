namespace Spark.Engine.Conversations;

/// <summary>A variable of the person that other conversations share, and as of when this one knows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">When it was set or cleared, be it here or elsewhere.</param>
public sealed record SharedVariable(string Name, DateTimeOffset At);
