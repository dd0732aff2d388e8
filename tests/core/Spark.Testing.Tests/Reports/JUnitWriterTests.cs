using System.Xml.Linq;
using Spark.Testing.Reports;
using Spark.Testing.Tests.Support;

namespace Spark.Testing.Tests.Reports;

/// <summary>What build servers read.</summary>
public sealed class JUnitWriterTests
{
    [Fact]
    public async Task A_failure_carries_the_conversation()
    {
        var played = await SmallBot.PlayAsync("""
            suite: small
            tests:
              - test: one
                chat:
                  - bot: Good morning
            """);
        using var stream = new MemoryStream();
        JUnitWriter.Write(stream, [played], []);
        stream.Position = 0;
        var document = XDocument.Load(stream);
        document.Root!.Element("testsuite")!.Attribute("failures")!.Value.ShouldBe("1");
        var test = document.Descendants("testcase").ShouldHaveSingleItem();
        test.Attribute("name")!.Value.ShouldBe("one");
        test.Attribute("line")!.Value.ShouldBe("3");
        test.Element("failure")!.Value.ShouldContain("- bot     Good morning\n+ bot     Hello");
    }
}
