using System.Text.Json;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Instances;

/// <summary>Adds or changes a channel instance or connection.</summary>
/// <param name="Kind">Which of both.</param>
/// <param name="Plugin">The id of what a plugin offers.</param>
/// <param name="Bot">The bot that answers on a channel instance.</param>
/// <param name="AllowPrivate">True when it may connect to private addresses.</param>
/// <param name="IsEnabled">False to keep it and not to run it.</param>
/// <param name="Settings">Its settings, an object; secrets that are left out stay as they are.</param>
/// <param name="Edition">What was read; empty for a new one. Null: whatever stands there now is written over.</param>
internal sealed record InstanceRequest(InstanceKind Kind, string Plugin, string? Bot, bool AllowPrivate, bool IsEnabled, JsonElement Settings, string? Edition = null);
