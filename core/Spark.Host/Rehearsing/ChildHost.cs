using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Spark.Channels;
using Spark.Engine.Conversations;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;

namespace Spark.Host.Rehearsing;

/// <summary>A host that is a process of its own, as its test plays with it; killed by signal 9 when it stands still, and started again.</summary>
/// <param name="program">How the process is started, without what names its write.</param>
/// <param name="outside">What lies outside; it outlives the processes.</param>
/// <param name="killAfter">The write behind which the first process is killed; 0 for never.</param>
internal sealed class ChildHost(Func<int, ProcessStartInfo> program, FarSide outside, int killAfter) : ITestHost
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Process? process;
    private Channel<JsonObject> answers = Channel.CreateUnbounded<JsonObject>();
    private Task reading = Task.CompletedTask;
    private int orders;

    /// <summary>How many processes were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>How many writes the present process had made when it was last at rest.</summary>
    public int Writes { get; private set; }

    /// <summary>Starts the first process.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => StartAsync(killAfter, cancellationToken);

    /// <inheritdoc/>
    public Task DeliverAsync(string key, ConversationEvent happened, CancellationToken cancellationToken)
    {
        var order = Wire.Line(Wire.Deliver);
        order["key"] = key;
        order["event"] = Wire.Node(ConversationJson.Write(happened));
        return AskAsync(order, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SettleAsync(CancellationToken cancellationToken) =>
        Writes = (int)(await AskAsync(Wire.Line(Wire.Settle), cancellationToken))["writes"]!;

    /// <inheritdoc/>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken) => SettleAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await KillAsync();
        await StartAsync(0, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ConversationState?> ReadAsync(CancellationToken cancellationToken)
    {
        var answer = await AskAsync(Wire.Line(Wire.Read), cancellationToken);
        return answer["state"] is null ? null : ConversationJson.ReadState(Wire.Bytes(answer, "state"));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
    }

    private async Task<JsonObject> AskAsync(JsonObject order, CancellationToken cancellationToken)
    {
        while (true)
        {
            var number = ++orders;
            order["id"] = number;
            await WriteAsync(order);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            try
            {
                return await ReadAnswerAsync(number, limit.Token);
            }
            catch (ChannelClosedException)
            {
                // Killed with the question open: whoever delivers, delivers again.
                await RestartAsync(cancellationToken);
            }
        }
    }

    // What a process says of an order that was given again is not waited for any more.
    private async Task<JsonObject> ReadAnswerAsync(int number, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await answers.Reader.ReadAsync(cancellationToken);
            if ((int?)answer["id"] == number)
            {
                return answer;
            }
        }
    }

    private async Task StartAsync(int stopAfter, CancellationToken cancellationToken)
    {
        answers = Channel.CreateUnbounded<JsonObject>();
        process?.Dispose();
        process = Process.Start(program(stopAfter)) ?? throw new InvalidOperationException("The process of the test did not start.");
        reading = ReadAsync(process, answers.Writer);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await answers.Reader.ReadAsync(limit.Token);
    }

    private async Task ReadAsync(Process from, ChannelWriter<JsonObject> to)
    {
        while (await from.StandardOutput.ReadLineAsync() is { } text)
        {
            if (Parse(text) is not { } line)
            {
                continue;
            }

            switch ((string?)line[Wire.Verb])
            {
                case Wire.Effect:
                    await WriteAsync(Answer(line));
                    break;
                case Wire.Dying:
                    Kills++;
                    from.Kill(entireProcessTree: true);
                    break;
                default:
                    to.TryWrite(line);
                    break;
            }
        }

        to.TryComplete();
    }

    // A process that is killed may leave half a line.
    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JsonObject Answer(JsonObject question)
    {
        var effectId = (string)question["effectId"]!;
        var answer = Wire.Line(Wire.Answer);
        answer["id"] = (int)question["id"]!;
        switch (ConversationJson.ReadEffect(Wire.Bytes(question, "effect")))
        {
            case SendMessage message:
                answer["result"] = outside.Send(effectId, message.Parts).Status == DeliveryStatus.Delivered ? "ok" : "refused";
                break;
            case InvokeAction action:
                var reply = outside.Execute(effectId, action.Action, action.Input);
                answer["result"] = reply.Result;
                answer["output"] = reply.Output.IsUndefined ? null : JsonNode.Parse(reply.Output.ToJson());
                break;
            case OpenOffload open:
                answer["decided"] = Wire.Node(ConversationJson.Write(new OffloadDecided
                {
                    At = VirtualClock.Beginning, Seed = 0, Effect = default, Decision = outside.Open(effectId, open.Connection),
                }));
                break;
        }

        return answer;
    }

    private async Task WriteAsync(JsonObject line)
    {
        try
        {
            var input = process!.StandardInput;
            await input.WriteLineAsync(line.ToJsonString());
            await input.FlushAsync();
        }
        catch (IOException)
        {
            // It has just died; the end of its output tells.
        }
    }

    private async Task KillAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        await reading;
    }
}
