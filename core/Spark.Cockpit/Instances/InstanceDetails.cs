using System.Text.Json;
using Spark.Plugins.Instances;

namespace Spark.Cockpit.Instances;

/// <summary>A channel instance or connection of the database, to be changed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Which of both it is.</param>
/// <param name="Plugin">The id of what a plugin offers.</param>
/// <param name="Bot">The bot that answers on a channel instance.</param>
/// <param name="AllowPrivate">True when it may connect to private addresses.</param>
/// <param name="IsEnabled">False when it is kept and does not run.</param>
/// <param name="Settings">Its settings without its secrets.</param>
/// <param name="Secrets">The names of the secrets that it has.</param>
/// <param name="Edition">By which a change says what it was made on.</param>
internal sealed record InstanceDetails(
    string Name, InstanceKind Kind, string Plugin, string? Bot, bool AllowPrivate, bool IsEnabled, JsonElement Settings, IReadOnlyList<string> Secrets, string Edition);
