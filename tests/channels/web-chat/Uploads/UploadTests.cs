using System.Text;
using Spark.Channels.WebChat.Tests.Support;
using Spark.Files;
using Spark.Messages;

namespace Spark.Channels.WebChat.Tests.Uploads;

public sealed class UploadTests : IDisposable
{
    private const string Activity =
        "Content-Disposition: form-data; name=\"activity\"; filename=\"blob\"\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n"
        + """{"type":"message","text":"see","channelData":{"clientActivityID":"a1"}}""";

    private readonly MemoryCabinet cabinet = new();
    private readonly TestChannel web;

    public UploadTests() => web = new(files: cabinet);

    public void Dispose() => web.Dispose();

    [Fact]
    public async Task A_message_comes_with_its_files_byte_for_byte()
    {
        var anna = await web.StartAsync();
        var receipt = await UploadAsync(anna, Activity, File("shot.png", "image/png", "\r\n--almost\r\n\0x"));

        receipt.Answer.Status.ShouldBe(200);
        var message = receipt.Events.ShouldHaveSingleItem().ShouldBeOfType<MessageReceived>();
        message.Parts[0].ShouldBe(new TextPart("see"));
        message.Parts[1].ShouldBeOfType<FilePart>().Name.ShouldBe("shot.png");
        message.Keys.ShouldContain("client:a1");
        var kept = cabinet.Files.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(kept.Content.Span).ShouldBe("\r\n--almost\r\n\0x");
        (kept.ConversationId, kept.MediaType, kept.MaxBytes).ShouldBe((anna.Id, "image/png", 10 * 1024 * 1024));
        kept.Accept.ShouldContain("application/pdf");
    }

    [Fact]
    public async Task What_is_posted_again_has_the_same_id_and_the_same_key()
    {
        var anna = await web.StartAsync();
        var first = await UploadAsync(anna, Activity, File("a.txt", "text/plain", "a"));
        var again = await UploadAsync(anna, Activity, File("a.txt", "text/plain", "a"));

        again.Json().String("id").ShouldBe(first.Json().String("id"));
        cabinet.Files[1].Key.ShouldBe(cabinet.Files[0].Key);
    }

    [Fact]
    public async Task A_picture_that_the_person_sent_is_shown_as_one_and_a_file_by_name()
    {
        var anna = await web.StartAsync();
        await UploadAsync(anna, Activity, File("shot.png", "image/png", "a"), File("a.pdf", "application/pdf", "b"));

        var attachments = (await web.ReadAsync(anna))[0].GetProperty("attachments").EnumerateArray().ToList();
        attachments[0].String("thumbnailUrl").ShouldBe("https://spark.example/files/1");
        attachments[1].Has("thumbnailUrl").ShouldBeFalse();
    }

    [Theory]
    [InlineData("form-data; name=\"file\"; filename=\"a%22b.txt\"", "a\"b.txt")]
    [InlineData("form-data; name=\"file\"; filename=\"Größe.txt\"", "Größe.txt")]
    [InlineData("form-data; name=file; filename=plain.txt; size=3", "plain.txt")]
    [InlineData("form-data; name=file; filename=\"a.txt\"; filename*=UTF-8''%E2%82%AC.txt", "€.txt")]
    [InlineData("form-data; name=file; filename=\"\"", "")]
    public async Task A_name_is_read_in_each_way_that_clients_write_it(string disposition, string name)
    {
        var anna = await web.StartAsync();
        (await UploadAsync(anna, $"Content-Disposition: {disposition}\r\n\r\nabc")).Answer.Status.ShouldBe(200);
        cabinet.Files[0].Name.ShouldBe(name);
    }

    [Theory]
    [InlineData(FileRefusal.Empty, 400, "FileEmpty")]
    [InlineData(FileRefusal.TooLarge, 413, "FileTooLarge")]
    [InlineData(FileRefusal.WrongType, 415, "FileTypeNotAllowed")]
    [InlineData(FileRefusal.TooMany, 409, "TooManyFiles")]
    [InlineData(FileRefusal.NoRoom, 507, "NoRoomForFiles")]
    public async Task A_file_that_is_not_taken_is_refused_with_its_own_code(FileRefusal refusal, int status, string code)
    {
        cabinet.Refuses = refusal;
        (await UploadAsync(await web.StartAsync(), File("a.txt", "text/plain", "a"))).ShouldBeRefused(status, code);
    }

    [Theory]
    [InlineData("text/plain", "--b\r\n\r\n\r\nx\r\n--b--")]
    [InlineData("multipart/form-data", "--b\r\n\r\n\r\nx\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "")]
    [InlineData("multipart/form-data; boundary=b", "--b")]
    [InlineData("multipart/form-data; boundary=b", "--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno headers\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; filename=a\r\n\r\nnever ends")]
    [InlineData("multipart/form-data; boundary=b", "x--b\r\nContent-Disposition: form-data; filename=a\r\n\r\nx\r\n--b--")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=activity\r\n\r\n{}\r\n--b--")]
    public async Task What_is_no_form_with_a_file_is_refused(string type, string body)
    {
        var anna = await web.StartAsync();
        (await SendAsync(anna, anna, type, body)).ShouldBeRefused(400, "MalformedData");
        cabinet.Files.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_who_has_the_conversations_token_uploads_into_it()
    {
        var anna = await web.StartAsync();
        var ben = await web.StartAsync();
        (await SendAsync(ben, (ben.Id, anna.Token), "multipart/form-data; boundary=b", "")).ShouldBeRefused(403, "NotAllowed");
    }

    [Fact]
    public async Task More_files_than_a_message_carries_are_refused()
    {
        var many = Enumerable.Range(0, 11).Select(number => File($"{number}.txt", "text/plain", "a")).ToArray();
        (await UploadAsync(await web.StartAsync(), many)).ShouldBeRefused(400, "TooManyFiles");
    }

    [Fact]
    public async Task An_operator_can_take_no_files()
    {
        using var without = new TestChannel(TestChannel.Settings() with { Uploads = false }, files: cabinet);
        without.Channel.Capabilities.Large.ShouldBeNull();
        web.Channel.Capabilities.Large!.MaxBytes.ShouldBeGreaterThan(10 * 1024 * 1024);
        var anna = await without.StartAsync();
        (await without.DirectLineAsync("POST", $"conversations/{anna.Id}/upload", anna.Token)).ShouldBeRefused(501, "NotSupported");
    }

    private static string File(string name, string type, string content) =>
        $"Content-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: {type}\r\n\r\n{content}";

    private Task<WebhookReceipt> UploadAsync((string Id, string Token) conversation, params string[] parts) => SendAsync(
        conversation, conversation, "multipart/form-data; boundary=\"b\"", string.Concat(parts.Select(part => $"--b\r\n{part}\r\n")) + "--b--\r\n");

    private Task<WebhookReceipt> SendAsync((string Id, string Token) place, (string Id, string Token) caller, string type, string body) =>
        web.SendAsync(TestChannel.Request("POST", $"v3/directline/conversations/{place.Id}/upload", caller.Token, body, headers: ("Content-Type", type)));
}
