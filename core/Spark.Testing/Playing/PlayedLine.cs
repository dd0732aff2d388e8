namespace Spark.Testing.Playing;

/// <summary>A line of a conversation as it was played.</summary>
/// <param name="Who">Who spoke, or what happened: <c>user</c>, <c>bot</c>, <c>agent</c>, <c>clock</c>, <c>restart</c>.</param>
/// <param name="Actual">What was said or happened; null when the bot said nothing where it should have.</param>
/// <param name="Expected">What the test wanted the bot to say instead; null when it is as it should be.</param>
/// <param name="IsGood">True when it is as it should be.</param>
internal sealed record PlayedLine(string Who, string? Actual, string? Expected, bool IsGood)
{
    /// <summary>Who spoke in the lines of the bot.</summary>
    public const string Bot = "bot";

    /// <summary>A line as it should be.</summary>
    public static PlayedLine Good(string who, string actual) => new(who, actual, null, IsGood: true);
}
