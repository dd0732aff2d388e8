using Spark.Understanding.Values.Composites;

namespace Spark.Understanding.Values;

/// <summary>What a parser must know besides the text. All that a result depends on is in here: no clock, no culture of the machine.</summary>
public sealed record ValueContext
{
    /// <summary>BCP 47 tag of the language that the person writes. One without words of its own is read with those of English.</summary>
    public required string Language { get; init; }

    /// <summary>The person's local clock with its offset; "tomorrow" starts from it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The person's time zone, by which a moment on another day gets its offset; null where only the offset of <see cref="Now"/> is known.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Which one is meant where a day or a time is said without its year or its day.</summary>
    public MomentPreference Prefer { get; init; }

    /// <summary>The options of a choice, in the order in which they were shown.</summary>
    public IReadOnlyList<ChoiceOption> Choices { get; init; } = [];

    /// <summary>Lowest number, least length of a text, least seconds of a duration; amount of a measure or percentage; no other type looks at it.</summary>
    public double? Min { get; init; }

    /// <summary>Highest number, greatest length of a text, most seconds of a duration; amount of a measure or percentage; no other type looks at it.</summary>
    public double? Max { get; init; }

    /// <summary>The unit that a number without one is in, and in which <see cref="Min"/> and <see cref="Max"/> hold; only amounts with units look at it.</summary>
    public string? Unit { get; init; }

    /// <summary>How a combination of values is said; only the type <c>composite</c> looks at it, and finds nothing without.</summary>
    public CompositePatterns? Composite { get; init; }

    /// <summary>Regular expression that a text must match as a whole; only the type <c>text</c> looks at it.</summary>
    public string? Pattern { get; init; }

    /// <summary>
    /// True for an answer, which usually comes in a sentence ("my account is jo@acme.com"). False when the text is
    /// the value and nothing else, as in a slot of an intent; the types that allow embedding then refuse the sentence.
    /// </summary>
    public bool MayBeEmbedded { get; init; } = true;
}
