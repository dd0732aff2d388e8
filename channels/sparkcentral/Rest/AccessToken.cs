namespace Spark.Channels.Sparkcentral.Rest;

/// <summary>
/// A bearer token. A class, not a record: two answers of the token endpoint are two tokens, even when the text is the same.
/// </summary>
internal sealed class AccessToken(string value, DateTimeOffset usableUntil)
{
    public string Value { get; } = value;

    public DateTimeOffset UsableUntil { get; } = usableUntil;
}
