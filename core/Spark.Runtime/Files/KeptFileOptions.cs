using System.ComponentModel.DataAnnotations;

namespace Spark.Runtime.Files;

/// <summary>What files of conversations may take. A channel's own limits hold besides.</summary>
public sealed class KeptFileOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "Files";

    /// <summary>The most bytes of one file, whatever a channel takes.</summary>
    [Range(1, 100 * 1024 * 1024)]
    public int LargestFile { get; set; } = 25 * 1024 * 1024;

    /// <summary>The most files of one conversation.</summary>
    [Range(1, 10_000)]
    public int MostOfConversation { get; set; } = 100;

    /// <summary>The most bytes of one conversation's files.</summary>
    [Range(1L, 100L * 1024 * 1024 * 1024)]
    public long MostBytesOfConversation { get; set; } = 250L * 1024 * 1024;

    /// <summary>The most bytes of all files. It is looked at every half minute: a burst may go over it by what comes in between.</summary>
    [Range(1L, long.MaxValue)]
    public long MostBytes { get; set; } = 10L * 1024 * 1024 * 1024;

    /// <summary>How long a link to a file leads to it, from when it was last shown or handed over.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan LinkLife { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long the files of one message may take to come in: until then they have one of the places that the host has for such.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "02:00:00")]
    public TimeSpan LongestUpload { get; set; } = TimeSpan.FromMinutes(5);
}
