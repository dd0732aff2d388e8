using Spark.Understanding.Text;

namespace Spark.Understanding.Languages;

/// <summary>How a language tells the time.</summary>
internal sealed record TimeWords
{
    /// <summary>What follows a full hour: "o'clock", "uur".</summary>
    public required WordSet OClock { get; init; }

    /// <summary>Letters between hour and minute: the "h" of "15h30".</summary>
    public required WordSet HourLetters { get; init; }

    public required WordSet At { get; init; }

    public required WordSet Past { get; init; }

    public required WordSet To { get; init; }

    public required WordSet Minutes { get; init; }

    public required WordSet Half { get; init; }

    public required WordSet Quarter { get; init; }

    /// <summary>Whether "half four" is 3:30 and not 4:30.</summary>
    public required bool HalfIsBefore { get; init; }

    /// <summary>Times with a name: "noon".</summary>
    public required PhraseTable<TimeOnly> Named { get; init; }

    public required PhraseTable<bool> Now { get; init; }

    /// <summary>"am" and "pm", which count only right behind an hour.</summary>
    public required PhraseTable<PartOfDay> Meridiems { get; init; }

    /// <summary>Parts of the day, before or behind the hour, that tell morning from evening.</summary>
    public required PhraseTable<PartOfDay> PartsOfDay { get; init; }
}
