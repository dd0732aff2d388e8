using System.Net;
using System.Net.Http.Headers;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Rest;

public sealed class UploadTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_uploaded_file_is_sent_only_when_a_message_names_it()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        (await UploadAsync(simulator, id, "a1b2c3d4-plan.png")).ShouldBe(HttpStatusCode.OK);
        (await simulator.ConversationAsync(id)).GetProperty("messageCount").GetInt32().ShouldBe(1);
        (await simulator.ManipulateStatusAsync(id, """{"sendMessage":{"attachment":"a1b2c3d4-plan.png"}}""")).ShouldBe(HttpStatusCode.OK);

        var sent = (await simulator.ConversationAsync(id)).GetProperty("lastMessage").GetProperty("attachment");
        sent.GetProperty("contentType").GetString().ShouldBe("image/png");
        var content = await simulator.Http.GetByteArrayAsync(new Uri(sent.GetProperty("url").GetString()!, UriKind.Relative), Token);
        content.ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData("plan%20b.png")]
    [InlineData("pl%C3%A4n.png")]
    [InlineData("plan(1).png")]
    public async Task A_file_name_with_other_characters_is_refused(string fileName)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        (await UploadAsync(simulator, id, fileName)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Type_and_length_must_be_said()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        (await UploadAsync(simulator, id, "plan.png", contentType: null)).ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync(simulator, id, "plan.png", chunked: true)).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(9_999_999, HttpStatusCode.OK)]
    [InlineData(10_000_000, HttpStatusCode.BadRequest)]
    public async Task A_file_must_be_smaller_than_ten_megabytes(int length, HttpStatusCode expected)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();

        (await UploadAsync(simulator, id, "large.bin", content: new byte[length])).ShouldBe(expected);
    }

    [Fact]
    public async Task Who_does_not_hold_the_conversation_can_upload_nothing()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = await simulator.StartConversationAsync();
        await simulator.ControlAsync($"conversations/{id}/human/take");

        (await UploadAsync(simulator, id, "plan.png")).ShouldBe(HttpStatusCode.NotFound);
        (await UploadAsync(simulator, id, "plan.png", token: "made-up")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpStatusCode> UploadAsync(
        SimulatorUnderTest simulator, string id, string fileName, string? contentType = "image/png", bool chunked = false, byte[]? content = null, string? token = null)
    {
        var path = $"/virtual-agent/conversations/{id}/attachments/{fileName}";
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative))
        {
            Content = new ByteArrayContent(content ?? [1, 2, 3]),
        };
        request.Content.Headers.ContentType = contentType is null ? null : new MediaTypeHeaderValue(contentType);
        request.Headers.TransferEncodingChunked = chunked;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? await simulator.NewTokenAsync());
        using var response = await simulator.Http.SendAsync(request, Token);
        return response.StatusCode;
    }
}
