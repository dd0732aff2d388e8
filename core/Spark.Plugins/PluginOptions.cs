using System.ComponentModel.DataAnnotations;

namespace Spark.Plugins;

/// <summary>How long plugins may take, and how much they may fetch.</summary>
public sealed class PluginOptions
{
    /// <summary>The section of the host's configuration.</summary>
    public const string SectionName = "PluginLimits";

    /// <summary>A plugin's constructor, its Configure, and the making of one instance: each.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan StartWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>One message to the far side.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan SendWithin { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The search for a person on another channel, with the opening of the conversation: a request waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan ReachWithin { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The rendering of an answer: it computes, and a request waits for it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan RenderWithin { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The end of the calls that still run, and of an instance's disposal, when a plugin is stopped.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection to the far side.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan ConnectWithin { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A whole request to the far side, with its answer.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan RequestWithin { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The largest answer that a plugin may fetch.</summary>
    [Range(1024, 1024L * 1024 * 1024)]
    public long MaxResponseBytes { get; set; } = 10 * 1024 * 1024;
}
