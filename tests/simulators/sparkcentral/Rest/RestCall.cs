namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>One call that the virtual agent made. Logged when it arrives, completed when it is answered. Guarded by the tenant's lock.</summary>
internal sealed class RestCall
{
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    public required RestTarget Target { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public string? ConversationId { get; init; }

    public string? Body { get; set; }

    public int? Status { get; set; }

    public string? ResponseBody { get; set; }

    /// <summary>Whether the answer is being kept back by a fault.</summary>
    public bool Held { get; set; }

    /// <summary>Whether the caller left before it was answered.</summary>
    public bool CallerLeft { get; set; }
}
