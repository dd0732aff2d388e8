using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Checking;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Files;
using Spark.Engine.Reading.Values;

namespace Spark.Engine.Tests.Reading;

/// <summary>The reference names all that a bot's files can say.</summary>
public sealed class ReferenceTests
{
    private static readonly string Reference = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "reference.md"));

    public static TheoryData<string> Words =>
    [
        .. BlockReader.Verbs.Select(verb => $"`{verb}`"),
        .. VariableTypes.All.Keys.Select(type => $"`{type}`"),
        .. Enum.GetValues<BotEvent>().Select(happened => $"| `{Kebab(happened.ToString())}` |"),
        .. SystemNames.All.Select(name => $"`{name}`"),
        .. ChatlayerNames.All.Keys.Select(name => $"`{name}`"),
        .. FindingRanges,
    ];

    // The hundreds, as the table has them: SPK10xx.
    private static IEnumerable<string> FindingRanges => typeof(FindingCodes).GetFields()
        .Select(constant => ((string)constant.GetRawConstantValue()!)[..5]).Distinct(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Words))]
    public void It_names(string word) => Expanded.ShouldContain(word);

    [Fact]
    public void What_Chatlayer_calls_a_name_is_a_name_here() =>
        ChatlayerNames.All.Values.OfType<string>().ShouldAllBe(name => SystemNames.FindUnknown(name) == null);

    // A heading is a verb, and of names that begin alike the table writes only the rest: `sys.user.id`, `.name`.
    private static string Expanded
    {
        get
        {
            var text = new System.Text.StringBuilder(Reference);
            foreach (var line in Reference.Split('\n'))
            {
                if (line.StartsWith("### ", StringComparison.Ordinal))
                {
                    text.Append(string.Join(' ', line[4..].Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(verb => $"`{verb}`")));
                }

                var names = line.Split('`').Where((_, index) => index % 2 == 1).ToList();
                var owner = names.FirstOrDefault(name => name.StartsWith("sys.", StringComparison.Ordinal));
                if (owner?.LastIndexOf('.') is { } dot)
                {
                    text.Append(string.Join(' ', names.Where(name => name.StartsWith('.')).Select(name => $"`{owner[..dot]}{name}`")));
                }
            }

            return text.ToString();
        }
    }

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) ? (index == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));
}
