using System.Net.Http.Headers;
using System.Text;
using Spark.Plugins.Network;
using Spark.Runtime.Exchanges;

namespace Spark.Plugins.Tests.Network;

/// <summary>The beginning of what a far side answers is kept while it is read.</summary>
public sealed class RecordedBodyTests
{
    private readonly ExchangeNote note = new(DateTimeOffset.UnixEpoch, "GET", "https://far.example/");
    private readonly RecordedBody body;

    public RecordedBodyTests() => body = new(note);

    [Fact]
    public void Nothing_was_read_yet() => note.Response.ShouldBe("");

    [Fact]
    public void A_letter_that_two_reads_cut_apart_is_whole_again()
    {
        foreach (var one in Encoding.UTF8.GetBytes("grüezi 🙂"))
        {
            body.Add([one]);
        }

        note.Response.ShouldBe("grüezi 🙂");
    }

    [Fact]
    public void Who_looks_while_it_is_read_sees_what_has_come_and_later_the_rest()
    {
        body.Add("one "u8);
        note.Response.ShouldBe("one ");
        body.Add("two"u8);
        note.Response.ShouldBe("one two");
    }

    [Fact]
    public void No_more_is_kept_than_is_shown()
    {
        var piece = Encoding.UTF8.GetBytes(new string('a', 1000));
        for (var i = 0; i < 100; i++)
        {
            body.Add(piece);
        }

        note.Response!.Length.ShouldBe(2 * ExchangeLog.LongestBody);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("text/html", true)]
    [InlineData("application/soap+xml", true)]
    [InlineData("application/octet-stream", false)]
    [InlineData("image/png", false)]
    public void Only_what_people_can_read_is_kept(string type, bool isText)
    {
        using var content = new ByteArrayContent([]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        RecordedBody.IsText(content).ShouldBe(isText);
    }
}
