using Spark.Engine.Conversations;
using Spark.Runtime.Secrets;

namespace Spark.Runtime.Exchanges;

/// <summary>
/// Collects what is said to the outside while one effect is tried, for the operator who asks later what was called. It follows the call
/// through plugins, which know nothing of it, and is bounded: what does not fit is cut, and what comes after the end is not heard.
/// </summary>
public sealed class ExchangeLog : IDisposable
{
    /// <summary>How much of a body is kept, in characters.</summary>
    public const int LongestBody = 4_000;

    private const int Most = 10;
    private const int LongestAddress = 1_000;
    private const string Withheld = "(withheld: the step was given something confidential)";

    private static readonly AsyncLocal<ExchangeLog?> Following = new();

    private readonly Lock gate = new();
    private readonly List<ExchangeNote> notes = [];
    private readonly List<SecretMask> masks = [];
    private readonly ExchangeLog? before = Following.Value;

    private ExchangeLog() => Following.Value = this;

    /// <summary>The log of the effect that is being tried here; null when nobody asks.</summary>
    public static ExchangeLog? Current => Following.Value;

    /// <summary>Begins to collect, for this call and all that it calls.</summary>
    public static ExchangeLog Begin() => new();

    /// <summary>Hears nothing of what is sent until it is disposed: whoever sends notes it itself.</summary>
    public static IDisposable Pause() => new Rest();

    /// <summary>Takes the secrets of an instance out of all that is kept.</summary>
    public void Hide(SecretMask mask)
    {
        lock (gate)
        {
            masks.Add(mask);
        }
    }

    /// <summary>Adds what was sent; null when there is no room for more.</summary>
    public ExchangeNote? Add(DateTimeOffset at, string method, string address)
    {
        lock (gate)
        {
            if (notes.Count >= Most)
            {
                return null;
            }

            var note = new ExchangeNote(at, method, address);
            notes.Add(note);
            return note;
        }
    }

    /// <summary>What was collected, without what must not be seen; null for nothing.</summary>
    /// <param name="isConfidential">True when bodies are to be left out, because the step was given something confidential.</param>
    public IReadOnlyList<Exchange>? Close(bool isConfidential)
    {
        lock (gate)
        {
            return notes.Count == 0 ? null : [.. notes.Select(note => Shown(note, isConfidential))];
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Following.Value = before;

    private Exchange Shown(ExchangeNote note, bool isConfidential) => new()
    {
        At = note.At,
        Milliseconds = (int)Math.Clamp(note.Took.TotalMilliseconds, 0, int.MaxValue),
        ApiCall = note.ApiCall,
        Method = note.Method,
        Address = Cut(isConfidential ? WithoutQuery(note.Address) : Masked(note.Address), LongestAddress),
        Status = note.Status,
        Reason = note.Reason is { } reason ? Cut(Masked(reason), LongestAddress) : null,
        Request = Body(note.Request, isConfidential),
        Response = Body(note.Response, isConfidential),
    };

    private string? Body(string? text, bool isConfidential) =>
        string.IsNullOrEmpty(text) ? null : isConfidential ? Withheld : Cut(Masked(text), LongestBody);

    private string Masked(string text) => masks.Aggregate(text, (left, mask) => mask.Apply(left));

    private static string WithoutQuery(string address) => address.Split('?', 2)[0];

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Concat(text.AsSpan(0, end), "…");
    }

    private sealed class Rest : IDisposable
    {
        private readonly ExchangeLog? before = Following.Value;

        public Rest() => Following.Value = null;

        public void Dispose() => Following.Value = before;
    }
}
