using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Checking;

/// <summary>
/// What no schema tells, a bot's own steps tell: a field that only one of several steps has, and that is nearly the one that all the others
/// have in its place, is surely meant as that.
/// </summary>
internal sealed class OddFieldsCheck : ICheck
{
    private const int FewestOthers = 2;
    private const string Offload = "offload";

    public void Run(ReadingContext reading)
    {
        foreach (var alike in reading.Draft.DeedUses.Select(deed => Fields(deed, reading)).OfType<Given>().GroupBy(given => given.To, StringComparer.Ordinal))
        {
            var uses = alike.SelectMany(given => given.Entries).GroupBy(entry => entry.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
            foreach (var given in alike)
            {
                foreach (var odd in given.Entries.Where(entry => uses[entry.Name] == 1))
                {
                    if (Meant(odd.Name, given, uses) is { } meant)
                    {
                        reading.Findings.Warning(
                            FindingCodes.OddField,
                            odd.Key.At,
                            $"No other step gives {given.Whom} the field '{odd.Name}', and {uses[meant]} give '{meant}'.",
                            $"Did you mean '{meant}'?");
                    }
                }
            }
        }
    }

    // A field that begins like another one says more of the same: category, categoryName.
    private static string? Meant(string odd, Given given, Dictionary<string, int> uses) => NearestName.Find(
        odd,
        uses.Where(use => use.Value >= FewestOthers && !given.Entries.Any(entry => entry.Name == use.Key)).Select(use => use.Key)
            .Where(name => !name.StartsWith(odd, StringComparison.OrdinalIgnoreCase) && !odd.StartsWith(name, StringComparison.OrdinalIgnoreCase)));

    private static Given? Fields(DeedUse deed, ReadingContext reading) => deed.Map.Entries switch
    {
        _ when deed.Map.Find(Offload) is { Value: YamlScalar connection } => deed.Map.Find("fields") is { Value: YamlMapping fields }
            ? new($"{Offload} {connection.Value}", $"'{connection.Value}'", fields.Entries)
            : null,
        _ when Verb(deed.Map, reading) is { } verb => new(verb.Name, $"the action '{verb.Name}'", [.. deed.Map.Entries.Where(entry => entry != verb && !Actions.AwaitingFields.Has(entry.Name) && entry.Name != "id")]),
        _ => null,
    };

    private static YamlEntry? Verb(YamlMapping map, ReadingContext reading) =>
        map.Entries.FirstOrDefault(entry => reading.Offers.Actions.Contains(entry.Name)) is { } verb && reading.FieldsOf(verb.Name) is null ? verb : null;

    private sealed record Given(string To, string Whom, IReadOnlyList<YamlEntry> Entries);
}
