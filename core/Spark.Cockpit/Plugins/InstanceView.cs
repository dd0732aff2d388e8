using Spark.Plugins.Catalog;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Plugins;

/// <summary>A channel instance, a connection or an action as administrators see it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Plugin">The id of what a plugin offers.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Reason">Why it does not work; null when it does.</param>
/// <param name="Bot">The bot that answers on a channel instance.</param>
/// <param name="Remedies">What to do about it.</param>
/// <param name="IsFixed">True when the environment file names it, so that it is changed there.</param>
/// <param name="IsEnabled">False when it is kept and does not run.</param>
/// <param name="WebhookUrl">Where a channel instance is reached from outside.</param>
internal sealed record InstanceView(
    string Id,
    InstanceKind Kind,
    string Plugin,
    PluginStatus Status,
    string? Reason,
    string? Bot = null,
    IReadOnlyList<string>? Remedies = null,
    bool IsFixed = true,
    bool IsEnabled = true,
    string? WebhookUrl = null);
