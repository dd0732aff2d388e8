using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads <c>discloses</c>: the sensitive variables that a deed gives away on purpose.</summary>
internal static class Disclosure
{
    public const string Field = "discloses";

    public static void Read(DeedContext deed)
    {
        var disclosed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in deed.Map.Find(Field) is { } entry ? deed.Reading.Nodes.List(entry.Value, Field, deed.Reading.Nodes.Variable) : [])
        {
            disclosed.Add(name.Value);
            if (!deed.Scope.Names.Contains(name.Value))
            {
                // One of the bot's: inputs of the action dialog are known here.
                deed.Reading.Draft.References.Add(new(ReferenceKind.Variable, name.Value, name.At, Dialog: null));
                deed.Reading.Draft.ReadPlaces.Add(name.At);
            }
        }

        deed.Reading.Draft.DeedUses.Add(new(deed.Map, deed.Scope, disclosed, Ends(deed)));
    }

    // Where the result is looked at, nothing leaves.
    private static List<SourceLocation> Ends(DeedContext deed) =>
        [.. deed.Map.Entries.Where(entry => entry.Name is "save" or "outcomes").SelectMany(entry => Scalars(entry.Value)).Select(scalar => scalar.At)];

    private static IEnumerable<YamlScalar> Scalars(YamlNode node) => node switch
    {
        YamlMapping mapping => mapping.Entries.SelectMany(entry => Scalars(entry.Value)),
        YamlSequence sequence => sequence.Items.SelectMany(Scalars),
        YamlScalar scalar => [scalar],
        _ => [],
    };
}
