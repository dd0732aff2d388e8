using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Cockpit.Tests.Support;

namespace Spark.Cockpit.Tests.Settings;

public sealed class CategoryCorpusTests : IAsyncLifetime
{
    private const string Header = "category,sub_category\n";

    private SettingsServer server = null!;

    public async ValueTask InitializeAsync() => server = await SettingsServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public static TheoryData<string, string> Good => new()
    {
        { "plain", Header + "Hardware,Battery\nNetwork,VPN\n" },
        { "without a last line end", Header + "Hardware,Battery\nNetwork,VPN" },
        { "CRLF", "category,sub_category\r\nHardware,Battery\r\nNetwork,VPN\r\n" },
        { "CR alone", "category,sub_category\rHardware,Battery\rNetwork,VPN\r" },
        { "byte order mark", "\uFEFF" + Header + "Hardware,Battery\nNetwork,VPN\n" },
        { "quotes", "\"category\",\"sub_category\"\n\"Hardware\",\"Battery\"\nNetwork,VPN\n" },
        { "header in capitals", "Category,SUB_CATEGORY\nHardware,Battery\nNetwork,VPN\n" },
        { "header with blanks", " category , sub_category \nHardware,Battery\nNetwork,VPN\n" },
        { "columns the other way round", "sub_category,category\nBattery,Hardware\nVPN,Network\n" },
        { "blanks around cells", Header + "  Hardware , Battery \nNetwork,VPN\n" },
        { "empty lines", Header + "\nHardware,Battery\n\n\nNetwork,VPN\n\n" },
    };

    public static TheoryData<string, string, int, string> Bad => new()
    {
        { "empty", "", 0, "The file is empty" },
        { "only a header", Header, 0, "no issue types" },
        { "no header", "Hardware,Battery\n", 1, "The first line names the columns" },
        { "semicolons", "category;sub_category\nHardware;Battery\n", 1, "separated by semicolons" },
        { "tabs", "category\tsub_category\nHardware\tBattery\n", 1, "separated by tabs" },
        { "subcategory without its underscore", "category,subcategory\nHardware,Battery\n", 1, "with an underscore" },
        { "a column too many in the header", "category,sub_category,owner\nHardware,Battery,me\n", 1, "columns too many: 'owner'" },
        { "a column too few in the header", "category\nHardware\n", 1, "The first line names the columns" },
        { "a column too many in a line", Header + "Hardware,Battery\nNetwork,VPN,extra\n", 3, "has 3 columns" },
        { "a column too few in a line", Header + "Hardware\n", 2, "has 1 columns" },
        { "a comma that is not quoted", Header + "Hardware,Battery, charger\n", 2, "needs quotes" },
        { "an empty category", Header + ",Battery\n", 2, "'category' is empty" },
        { "an empty sub category", Header + "Hardware,\n", 2, "'sub_category' is empty" },
        { "blanks only", Header + "Hardware,   \n", 2, "'sub_category' is empty" },
        { "a duplicate", Header + "Hardware,Battery\nHardware,Battery\n", 3, "on line 2" },
        { "a duplicate in other letters", Header + "Hardware,Battery\nhardware, BATTERY \n", 3, "on line 2" },
        { "a quotation mark that is never closed", Header + "Hardware,\"Battery\nNetwork,VPN\n", 2, "never closed" },
        { "a quotation mark inside", Header + "Hard\"ware,Battery\n", 2, "inside a cell" },
        { "text behind quotes", Header + "\"Hardware\" x,Battery\n", 2, "behind a closing quotation mark" },
        { "a line break in a cell", Header + "Hardware,\"Bat\ntery\"\n", 2, "line break" },
        { "a NUL", Header + "Hardware,Bat\0tery\n", 2, "control character" },
        { "a cell too long", Header + "Hardware," + new string('x', 101) + "\n", 2, "longer than 100" },
        { "a workbook", "PK\u0003\u0004...", 0, "no CSV" },
        { "1,001 rows", Header + Rows(1_001), 0, "1001 issue types; 1000 are the most" },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_file_is_taken(string what, string text)
    {
        var (status, answer) = await server.UploadAsync(Encoding.UTF8.GetBytes(text));

        status.ShouldBe(200, $"{what}: {answer}");
        var rows = (await server.SendAsync(HttpMethod.Get, "categories")).Body["rows"]!.AsArray();
        rows.Select(row => $"{row!["category"]}/{row["subCategory"]}").ShouldBe(["Hardware/Battery", "Network/VPN"], what);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_file_is_refused_with_its_line_and_the_old_list_stays(string what, string text, int line, string message)
    {
        await server.UploadAsync(Encoding.UTF8.GetBytes(Header + "Old,List\n"));

        var (status, answer) = await server.UploadAsync(Encoding.UTF8.GetBytes(text));

        status.ShouldBe(422, what);
        answer["code"]!.GetValue<string>().ShouldBe("SPK14024");
        answer["problems"]!.AsArray().ShouldContain(
            problem => problem!["line"]!.GetValue<int>() == line && problem["message"]!.GetValue<string>().Contains(message), $"{what}: {answer}");
        (await server.SendAsync(HttpMethod.Get, "categories/csv")).Body.GetValue<string>().ShouldBe("category,sub_category\r\nOld,List\r\n");
    }

    [Fact]
    public async Task Files_that_are_no_UTF_8_are_refused()
    {
        foreach (var (bytes, line, message) in new (byte[], int, string)[]
        {
            (Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header + "A,B\n")).ToArray(), 0, "UTF-16"),
            (Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(Header)).ToArray(), 0, "UTF-16"),
            (Encoding.Unicode.GetBytes(Header + "A,B\n"), 0, "UTF-16"),
            ([.. Encoding.UTF8.GetBytes(Header + "A,B\nCaf"), 0xE9, (byte)',', (byte)'x'], 3, "not UTF-8 here"),
        })
        {
            var (status, answer) = await server.UploadAsync(bytes);
            status.ShouldBe(422);
            answer["problems"]!.AsArray().ShouldContain(problem => problem!["line"]!.GetValue<int>() == line && problem["message"]!.GetValue<string>().Contains(message), answer.ToString());
        }
    }

    [Fact]
    public async Task A_thousand_rows_are_taken_and_fifty_megabytes_are_not_read()
    {
        (await server.UploadAsync(Encoding.UTF8.GetBytes(Header + Rows(1_000)))).Status.ShouldBe(200);

        var (status, answer) = await server.UploadAsync(new byte[4 * 1024 * 1024]);
        (status, answer["problems"]![0]!["message"]!.GetValue<string>()).ShouldBe((422, "The file is larger than 2 MB."));
        try
        {
            (status, _) = await server.UploadAsync(new byte[50 * 1024 * 1024]);
            status.ShouldBeOneOf(413, 422);
        }
        catch (HttpRequestException)
        {
            // The answer came, and the connection was closed, before all of it was sent.
        }

        (await server.SendAsync(HttpMethod.Get, "categories")).Body["rows"]!.AsArray().Count.ShouldBe(1_000);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var (_, answer) = await server.UploadAsync(Encoding.UTF8.GetBytes(Header + "A,B\n,C\nD\nA,b\nE,\"\n"));

        answer["problems"]!.AsArray().Select(problem => problem!["line"]!.GetValue<int>()).ShouldBe([3, 4, 5, 6]);
    }

    [Fact]
    public async Task Older_lists_can_be_seen_and_downloaded()
    {
        await server.UploadAsync(Encoding.UTF8.GetBytes(Header + "\"A, a\",B\n"));
        await server.UploadAsync(Encoding.UTF8.GetBytes(Header + "C,D\nE,F\n"));

        var editions = (await server.SendAsync(HttpMethod.Get, "categories/history")).Body["editions"]!.AsArray();

        editions.Select(edition => (edition!["edition"]!.GetValue<int>(), edition["rows"]!.GetValue<int>())).ShouldBe([(2, 2), (1, 1)]);
        (await server.SendAsync(HttpMethod.Get, "categories/csv?edition=1")).Body.GetValue<string>().ShouldBe("category,sub_category\r\n\"A, a\",B\r\n");
    }

    [Fact]
    public async Task A_category_that_looks_like_a_formula_is_downloaded_as_text_and_is_the_same_when_it_comes_back()
    {
        await server.UploadAsync(Encoding.UTF8.GetBytes(Header + "=1+1,\"@SUM(A1,B1)\"\n'=x,'s Hertogenbosch\n"));

        var csv = (await server.SendAsync(HttpMethod.Get, "categories/csv")).Body.GetValue<string>();
        csv.ShouldBe("category,sub_category\r\n'=1+1,\"'@SUM(A1,B1)\"\r\n'=x,'s Hertogenbosch\r\n");
        await server.UploadAsync(Encoding.UTF8.GetBytes(csv));

        (await server.SendAsync(HttpMethod.Get, "categories/csv")).Body.GetValue<string>().ShouldBe(csv);
        (await server.SendAsync(HttpMethod.Get, "categories")).Body["rows"]![0]!["category"]!.GetValue<string>().ShouldBe("=1+1");
    }

    [Fact]
    public async Task A_text_finds_its_category_better_with_examples()
    {
        await server.UploadAsync(Encoding.UTF8.GetBytes(Header + "Hardware,Battery\nHardware,Printer\nNetwork,VPN\nNetwork,WiFi\n"));
        var (status, problems) = await server.UploadAsync(
            Encoding.UTF8.GetBytes("category,sub_category,example\nNetwork,VPN,I cannot reach the office network from home\nNetwork,VPN,the tunnel to work drops\nNo,Such,x\n"), "categories/examples");
        (status, problems["problems"]![0]!["line"]!.GetValue<int>()).ShouldBe((422, 4));
        (await server.UploadAsync(
            Encoding.UTF8.GetBytes("category,sub_category,example\nNetwork,VPN,I cannot reach the office network from home\nNetwork,VPN,the tunnel to work drops\n"), "categories/examples")).Status.ShouldBe(200);

        (await ClassifyAsync("the VPN does not connect")).ShouldBe("Network/VPN");
        (await ClassifyAsync("my tunnel to the office drops at home")).ShouldBe("Network/VPN");
        (await ClassifyAsync("the printer is jammed")).ShouldBe("Hardware/Printer");
        (await server.SendAsync(HttpMethod.Post, "categories/classify", new JsonObject { ["text"] = "qwertz" })).Body["isSure"]!.GetValue<bool>().ShouldBeFalse();
    }

    private async Task<string> ClassifyAsync(string text)
    {
        var (_, found) = await server.SendAsync(HttpMethod.Post, "categories/classify", new JsonObject { ["text"] = text });
        return $"{found["candidates"]![0]!["category"]}/{found["candidates"]![0]!["subCategory"]}";
    }

    private static string Rows(int count) => string.Concat(Enumerable.Range(0, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"Category {number / 10},Sub {number}\n")));
}
