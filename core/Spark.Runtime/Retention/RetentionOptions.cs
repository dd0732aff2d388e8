using System.ComponentModel.DataAnnotations;

namespace Spark.Runtime.Retention;

/// <summary>How long things are kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Retention";

    /// <summary>How long events are kept, with the effects that ended, the answers given and the attempts to open tickets.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "36500.00:00:00")]
    public TimeSpan Events { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long the same is kept of single bots, by their ids, after the episode has ended; <see cref="Events"/> holds for all others.
    /// <c>Retention:Bots:it-support</c>, for instance.
    /// </summary>
    public IDictionary<string, TimeSpan> Bots { get; } = new Dictionary<string, TimeSpan>(StringComparer.Ordinal);

    /// <summary>How long keys of events are kept: longer than any channel repeats.</summary>
    [Range(typeof(TimeSpan), "2.00:00:00", "36500.00:00:00")]
    public TimeSpan Seen { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How often is looked for what is older.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many rows are looked at in one write.</summary>
    [Range(1, 100_000)]
    public int Page { get; set; } = 500;

    /// <summary>The pause between two writes: turns come first.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest time for which anything is kept.</summary>
    internal TimeSpan Longest => Bots.Values.Append(Events).Max();

    /// <summary>How long what was said with a bot is kept.</summary>
    internal TimeSpan For(string bot) => Bots.TryGetValue(bot, out var own) ? own : Events;
}
