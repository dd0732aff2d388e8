using System.Text.Json;
using Spark.Plugins.Catalog;
using Spark.Runtime.Bots;

namespace Spark.Cockpit.Plugins;

/// <summary>A plugin that waits for a yes.</summary>
/// <param name="Digest">By which it is said yes to.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Owner">Who answers for it, as it says itself.</param>
/// <param name="Contracts">The lowest contract version that it needs.</param>
/// <param name="Permissions">What it says it needs; not enforced.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Bytes">How large they are.</param>
/// <param name="Replaces">The version that runs now; null when none does.</param>
/// <param name="Misfits">Who stands on versions of bots that it does not fit, as far as its files tell.</param>
internal sealed record PluginOffered(
    string Digest,
    string Id,
    string Name,
    string Version,
    PluginKind Kind,
    string? Owner,
    string Contracts,
    JsonElement? Permissions,
    int Files,
    long Bytes,
    string? Replaces,
    IReadOnlyList<StandingMisfit> Misfits);
