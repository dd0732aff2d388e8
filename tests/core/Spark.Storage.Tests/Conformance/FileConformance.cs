using Spark.Runtime.Files;
using Spark.Runtime.Retention;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

/// <summary>Files of conversations.</summary>
public abstract class FileConformance : StorageConformance
{
    private static readonly ConversationKey Mine = ConversationKey.Of("web", "c1");
    private static readonly ConversationKey Other = ConversationKey.Of("web", "c2");

    private IFileStore Files => Stores.Get<IFileStore>();

    [Theory]
    [InlineData(1)]
    [InlineData(FilePieces.MostBytes)]
    [InlineData((2 * FilePieces.MostBytes) + 1)]
    public async Task A_file_is_kept_byte_for_byte(int size)
    {
        var content = new byte[size];
        new Random(size).NextBytes(content);
        var file = File("f1", Mine, size);
        await Files.PutAsync(file, content, Cancelled);
        await Stores.ReopenAsync();

        (await Files.FindAsync("f1", Cancelled)).ShouldBe(file);
        (await ReadAsync("f1")).ShouldBe(content);
        (await Files.FindAsync("f2", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_comes_twice_stays_as_it_was()
    {
        byte[] content = [0, 1, 255, 0];
        await Files.PutAsync(File("f1", Mine, 4), content, Cancelled);
        await Files.PutAsync(File("f1", Mine, 4) with { Name = "other.png" }, content, Cancelled);

        (await Files.ListAsync(Mine, Cancelled)).ShouldBe([File("f1", Mine, 4)]);
        (await ReadAsync("f1")).ShouldBe(content);
        (await Stores.Get<IFileSpace>().MeasureAsync(Cancelled)).ShouldBe(4);
    }

    [Fact]
    public async Task A_conversation_is_forgotten_with_its_files_and_no_others()
    {
        await Files.PutAsync(File("f1", Mine, 1), new byte[] { 1 }, Cancelled);
        await Files.PutAsync(File("f2", Mine, 1), new byte[] { 2 }, Cancelled);
        await Files.PutAsync(File("f3", Other, 1), new byte[] { 3 }, Cancelled);

        (await Files.DeleteAsync(Mine, Cancelled)).ShouldBe(2);
        (await Files.ListAsync(Mine, Cancelled)).ShouldBeEmpty();
        (await Files.ReadAsync("f1", 0, Cancelled)).ShouldBeNull("its content has gone with it");
        (await ReadAsync("f3")).ShouldBe([3]);
        (await Stores.Get<IFileSpace>().MeasureAsync(Cancelled)).ShouldBe(1);
    }

    [Fact]
    public async Task Files_go_with_the_events_of_their_time()
    {
        for (var i = 0; i < 20; i++)
        {
            await Files.PutAsync(File($"old{i}", Mine, 1), new byte[] { 1 }, Cancelled);
        }

        await Files.PutAsync(File("young", Mine, 1) with { KeptAt = Now.AddDays(2) }, new byte[] { 1 }, Cancelled);
        var pruning = Stores.Get<IRetentionStore>();
        var limits = new RetentionLimits(Now.AddDays(1), Now.AddDays(1)) { Now = Now };
        while (!(await pruning.PruneAsync(limits, 100, Cancelled)).IsDone)
        {
        }

        (await Files.ListAsync(Mine, Cancelled)).ShouldHaveSingleItem().Id.ShouldBe("young");
        (await Files.ReadAsync("old0", 0, Cancelled)).ShouldBeNull();
    }

    private static DateTimeOffset Now { get; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static KeptFile File(string id, ConversationKey conversation, long size) => new(id, conversation, "a.png", "image/png", size, Now);

    private async Task<byte[]> ReadAsync(string id)
    {
        var content = new List<byte>();
        for (var piece = 0; await Files.ReadAsync(id, piece, Cancelled) is { } bytes; piece++)
        {
            content.AddRange(bytes);
        }

        return [.. content];
    }
}
