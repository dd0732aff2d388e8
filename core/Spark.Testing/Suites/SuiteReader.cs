using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;

namespace Spark.Testing.Suites;

/// <summary>Reads a bot's test files. Says everything that is wrong at once, as the reader of bots does.</summary>
internal static class SuiteReader
{
    private static readonly string[] Fields = ["suite", "channel", "user", "given", "tests"];

    /// <summary>Reads test files.</summary>
    /// <param name="bot">The bot that they test.</param>
    /// <param name="files">The files.</param>
    /// <param name="channels">The channels that are installed, by their plugins' ids; null when that is not known.</param>
    public static SuitesRead Read(Bot bot, IReadOnlyList<SuiteFile> files, IReadOnlyCollection<string>? channels = null)
    {
        var findings = new FindingBag();
        var suites = new List<TestSuite>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            if (!file.Path.EndsWith(SuiteFile.Extension, StringComparison.Ordinal))
            {
                findings.Warning(
                    TestCodes.FileNotRead, new(file.Path, 0, 0), "This file is not read: it is not called as tests are.", $"Call it NAME{SuiteFile.Extension}.");
                continue;
            }

            var context = new SuiteContext(bot, findings) { Channels = channels ?? [] };
            if (YamlFile.Read(file.Path, file.Text, findings) is { } root
                && context.Nodes.Mapping(root, file.Path) is { } map
                && ReadSuite(map, context) is { } suite)
            {
                if (!ids.Add(suite.Id))
                {
                    findings.Error(TestCodes.DuplicateTest, suite.At, $"Another file is suite '{suite.Id}' too.", "Give each file a suite id of its own.");
                }

                suites.Add(suite);
            }
        }

        return new(findings.HasErrors ? [] : suites, findings.InOrder());
    }

    private static TestSuite? ReadSuite(YamlMapping map, SuiteContext context)
    {
        context.Nodes.Allow(map, "a suite", Fields);
        var id = context.Nodes.Require(map, "suite", "A suite") is { } name ? context.Nodes.Id(name, "suite") : null;
        var settings = TestSettings.Read(map, context, TestSettings.Default);
        if (context.Nodes.Require(map, "tests", "A suite") is not { } node || context.Nodes.Sequence(node, "tests") is not { } list)
        {
            return null;
        }

        if (list.Items.Count == 0)
        {
            context.Findings.Error(FindingCodes.Empty, list.At, "The suite has no tests.", "Write at least one test.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var tests = new List<BotTest>();
        foreach (var item in list.Items)
        {
            if (context.Nodes.Mapping(item, "tests") is { } one && TestReader.Read(one, id?.Value ?? "", settings, context) is { } test)
            {
                if (!names.Add(test.Name))
                {
                    context.Findings.Error(
                        TestCodes.DuplicateTest, test.At, $"The suite has two tests '{test.Name}'.", "Let each say what it shows and the others do not.");
                }

                tests.Add(test);
            }
        }

        return id is null ? null : new(id.Value, tests) { At = id.At };
    }
}
