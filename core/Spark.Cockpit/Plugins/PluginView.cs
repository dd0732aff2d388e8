using Spark.Plugins.Catalog;

namespace Spark.Cockpit.Plugins;

/// <summary>A plugin as administrators see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Reason">Why it does not run; null when it does.</param>
/// <param name="Findings">All that is wrong with it.</param>
/// <param name="Offers">The ids of what it offers, while it runs.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Owner">Who answers for it; null when it does not say.</param>
/// <param name="Contracts">The lowest contract version that it needs.</param>
/// <param name="Lacks">What a careful plugin brings and this one does not: <c>owner</c>, <c>readme</c>, <c>settings</c> (a form for its settings), <c>steps</c> (descriptions of its steps' fields).</param>
/// <param name="IsInstalledHere">True when it was installed in the cockpit, and can be removed there.</param>
/// <param name="IsSwitchedOff">True when somebody has switched it off.</param>
internal sealed record PluginView(
    string Id,
    string Version,
    PluginKind Kind,
    PluginStatus Status,
    string? Reason,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Offers,
    string Name,
    string? Owner,
    string? Contracts,
    IReadOnlyList<string> Lacks,
    bool IsInstalledHere,
    bool IsSwitchedOff)
{
    public static PluginView Of(PluginReport plugin, PluginInstallation installation) => new(
        plugin.Id,
        plugin.Version,
        plugin.Kind,
        plugin.Status,
        plugin.Reason,
        [.. plugin.Findings.Select(finding => $"{finding.Code}: {finding.Message} {finding.Remedy}")],
        [.. plugin.Offers.Select(offer => offer.Id)],
        plugin.Name,
        plugin.Owner,
        plugin.Contracts?.ToString(),
        [.. LacksOf(plugin)],
        installation.Stage?.IsHere(plugin.Folder) == true,
        plugin.IsSwitchedOff);

    private static IEnumerable<string> LacksOf(PluginReport plugin)
    {
        if (plugin.Owner is null)
        {
            yield return "owner";
        }

        if (!Has(plugin, "README.md"))
        {
            yield return "readme";
        }

        if (!Has(plugin, "settings.schema.json"))
        {
            yield return "settings";
        }

        if (plugin.Offers.Any(offer => offer.Kind == PluginKind.Action && !Has(plugin, $"{offer.Id}.schema.json")))
        {
            yield return "steps";
        }
    }

    private static bool Has(PluginReport plugin, string file) => File.Exists(Path.Combine(plugin.Folder, file));
}
