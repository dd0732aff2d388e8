namespace Spark.Understanding.Intents;

/// <summary>Says what a person means. Safe on any thread; never throws on what people write.</summary>
public interface IIntentMatcher
{
    /// <summary>The best intent; null when none is meant.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="language">BCP 47 tag of the conversation. Examples of this language are tried, then those of its base language, no others.</param>
    /// <param name="now">The person's local clock, from which a slot such as "tomorrow" starts.</param>
    IntentMatch? Match(string text, string language, DateTimeOffset now);
}
