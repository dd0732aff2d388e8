namespace Spark.Runtime.Exchanges;

/// <summary>One request while it is under way. What is noted is as it was sent: secrets are taken out at the end.</summary>
/// <param name="at">When it was sent.</param>
/// <param name="method">The HTTP method.</param>
/// <param name="address">Where it was sent.</param>
public sealed class ExchangeNote(DateTimeOffset at, string method, string address)
{
    private string? response;
    private Func<string>? coming;

    public DateTimeOffset At => at;

    public string Method => method;

    public string Address => address;

    public string? ApiCall { get; set; }

    public TimeSpan Took { get; set; }

    public int? Status { get; set; }

    public string? Reason { get; set; }

    public string? Request { get; set; }

    /// <summary>What came back; while it is still coming, its beginning.</summary>
    public string? Response
    {
        get => response ?? coming?.Invoke();
        set => response = value;
    }

    /// <summary>What comes back is put together only when somebody looks at it.</summary>
    /// <param name="beginning">What has come so far.</param>
    public void Hear(Func<string> beginning) => coming = beginning;
}
