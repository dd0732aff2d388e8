namespace Spark.Channels.Teams.Tests.Support;

/// <summary>What the far side answers next.</summary>
internal sealed record Answer(int Status, string Body = "", string? RetryAfter = null)
{
    public static Answer Created(string id) => new(201, $$"""{"id":"{{id}}"}""");

    public static Answer Error(int status, string code, string? retryAfter = null) =>
        new(status, $$$"""{"error":{"code":"{{{code}}}","message":"As the test wants it."}}""", retryAfter);

    /// <summary>Cuts the connection after the request was read.</summary>
    public static Answer Cut { get; } = new(0);
}
