using Spark.Files;
using Spark.Messages;
using Spark.Runtime.Files;
using Spark.Runtime.Tests.Support;
using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Files;

public sealed class FileCabinetTests : IDisposable
{
    private static readonly Uri Host = new("https://spark.example/below");

    private readonly TempFolder folder = new();
    private readonly AnnouncingClock clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_was_accepted_is_on_disk_with_a_true_type_and_a_clean_name()
    {
        await using var runtime = await StartAsync();
        var receipt = await KeepAsync(runtime, File("hello"u8.ToArray()) with { Name = "../a.png", MediaType = "image/png" });

        var kept = receipt.File.ShouldNotBeNull();
        (kept.Name, kept.MediaType, kept.Size).ShouldBe(("a.png.txt", "text/plain", 5));
        kept.Address.ToString().ShouldStartWith($"https://spark.example/below/files/{kept.Kept}?until=");
        (await runtime.Get<IFileStore>().ListAsync(ConversationKey.Of("web", "c1"), Token)).ShouldHaveSingleItem().Id.ShouldBe(kept.Kept);
    }

    [Fact]
    public async Task What_is_sent_again_is_kept_once_and_its_likeness_in_another_conversation_is_another_file()
    {
        await using var runtime = await StartAsync();
        var file = File([1, 2, 3]) with { Key = "m1:0" };
        var first = await KeepAsync(runtime, file);
        var again = await KeepAsync(runtime, file);
        var other = await KeepAsync(runtime, file with { ConversationId = "c2" });

        again.File!.Kept.ShouldBe(first.File!.Kept);
        other.File!.Kept.ShouldNotBe(first.File.Kept);
        (await runtime.Get<IFileSpace>().MeasureAsync(Token)).ShouldBe(6);
    }

    [Theory]
    [InlineData(0, FileRefusal.Empty)]
    [InlineData(10, null)]
    [InlineData(11, FileRefusal.TooLarge)]
    public async Task A_channels_limit_is_held_to_the_byte(int size, FileRefusal? refusal)
    {
        await using var runtime = await StartAsync();
        (await KeepAsync(runtime, File(new byte[size]) with { MaxBytes = 10 })).Refusal.ShouldBe(refusal);
    }

    [Fact]
    public async Task A_type_that_is_not_taken_is_refused_by_the_content()
    {
        await using var runtime = await StartAsync();
        var disguised = File("<svg><script/></svg>"u8.ToArray()) with { Name = "a.png", MediaType = "image/png", Accept = ["image/png", "text/*"] };
        (await KeepAsync(runtime, disguised)).Refusal.ShouldBe(FileRefusal.WrongType);
        (await KeepAsync(runtime, disguised with { Content = "plain"u8.ToArray() })).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_conversation_and_a_host_have_room_for_so_much()
    {
        await using var runtime = await StartAsync(("Files:MostOfConversation", "2"), ("Files:MostBytesOfConversation", "100"), ("Files:MostBytes", "250"));
        (await KeepAsync(runtime, File(new byte[101]))).Refusal.ShouldBe(FileRefusal.TooMany);
        (await KeepAsync(runtime, File(new byte[50]))).Refusal.ShouldBeNull();
        (await KeepAsync(runtime, File(new byte[50]))).Refusal.ShouldBeNull();
        (await KeepAsync(runtime, File(new byte[1]))).Refusal.ShouldBe(FileRefusal.TooMany);
        (await KeepAsync(runtime, File(new byte[100]) with { ConversationId = "c2" })).Refusal.ShouldBeNull();
        (await KeepAsync(runtime, File(new byte[51]) with { ConversationId = "c3" })).Refusal.ShouldBe(FileRefusal.NoRoom);
        (await KeepAsync(runtime, File(new byte[50]) with { ConversationId = "c3" })).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_link_is_its_own_files_and_only_for_a_while()
    {
        await using var runtime = await StartAsync(("Files:LinkLife", "1.00:00:00"));
        var file = (await KeepAsync(runtime, File([1]))).File!;
        var signer = await runtime.Get<FileLinks>().OpenAsync(Token);
        var (until, proof) = Signed(file.Address);

        signer.Read(file.Kept!, until, proof).ShouldBe(LinkVerdict.Valid);
        signer.Read("another", until, proof).ShouldBe(LinkVerdict.Forged);
        signer.Read(file.Kept!, $"{until}0", proof).ShouldBe(LinkVerdict.Forged);
        signer.Read(file.Kept!, until, null).ShouldBe(LinkVerdict.Forged);
        signer.Read(file.Kept!, "-1", proof).ShouldBe(LinkVerdict.Forged);
        clock.Advance(TimeSpan.FromHours(25));
        signer.Read(file.Kept!, until, proof).ShouldBe(LinkVerdict.Expired);

        var (later, fresh) = Signed(((FilePart)signer.Renew([file])[0]).Address);
        signer.Read(file.Kept!, later, fresh).ShouldBe(LinkVerdict.Valid);
    }

    [Fact]
    public async Task Only_what_the_host_keeps_gets_a_new_link()
    {
        await using var runtime = await StartAsync();
        var signer = await runtime.Get<FileLinks>().OpenAsync(Token);
        MessagePart[] parts = [new FilePart("a", "image/png", new("https://elsewhere.example/files/guessed"))];
        signer.Renew(parts).ShouldBe(parts);
    }

    private static IncomingFile File(byte[] content) => new() { ConversationId = "c1", Name = "a.bin", MediaType = "", Content = content };

    private static (string Until, string Proof) Signed(Uri link)
    {
        var fields = link.Query.TrimStart('?').Split('&');
        return (fields[0]["until=".Length..], fields[1]["proof=".Length..]);
    }

    private static ValueTask<FileReceipt> KeepAsync(TestRuntime runtime, IncomingFile file) =>
        runtime.Get<Func<string, Uri, IFileCabinet>>()("web", Host).KeepAsync(file, Token);

    private Task<TestRuntime> StartAsync(params (string Name, string Value)[] settings) => TestRuntime.StartAsync(
        folder, clock, new ScriptedEngine(), settings.ToDictionary(one => one.Name, one => (string?)one.Value, StringComparer.Ordinal));
}
