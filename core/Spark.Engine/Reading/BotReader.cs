using System.Security.Cryptography;
using System.Text;
using Spark.Engine.Conversations;
using Spark.Engine.Definitions;
using Spark.Expressions;
using Spark.Understanding.Intents;
using YamlDotNet.RepresentationModel;

namespace Spark.Engine.Reading;

/// <summary>Stand-in until the reader lands: compiles without checking.</summary>
public static class BotReader
{
    /// <summary>Reads a bot from its files.</summary>
    public static ReadResult Read(BotSource source, InstalledOffers offers)
    {
        var main = Load(source.Files["bot.yaml"]);
        var variables = Map(main, "variables").ToDictionary(p => p.Key, p => Variable(p.Key, (YamlMappingNode)p.Value), StringComparer.Ordinal);
        var languages = ((YamlSequenceNode)main["languages"]).Select(n => n.ToString()).ToList();
        var dialogs = new Dictionary<string, Dialog>(StringComparer.Ordinal);
        var actions = new Dictionary<string, ActionDialog>(StringComparer.Ordinal);
        var translations = new Dictionary<string, IReadOnlyDictionary<string, TextTemplate>>(StringComparer.Ordinal);
        foreach (var (path, text) in source.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (path.StartsWith("dialogs/", StringComparison.Ordinal))
            {
                var node = Load(text);
                var id = node["dialog"].ToString();
                dialogs[id] = new DialogCompiler(id).Compile(node, path);
            }
            else if (path.StartsWith("actions/", StringComparison.Ordinal))
            {
                var node = Load(text);
                var id = node["action"].ToString();
                actions[id] = new ActionCompiler(id).Compile(node, offers);
            }
            else if (path.StartsWith("locales/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal))
            {
                translations[Path.GetFileNameWithoutExtension(path)] = Load(text).Children
                    .ToDictionary(p => p.Key.ToString(), p => TextTemplate.Parse(p.Value.ToString()), StringComparer.Ordinal);
            }
        }

        var examples = source.Files.TryGetValue("intents.yaml", out var intents)
            ? Load(intents).Children.SelectMany(i => ((YamlMappingNode)i.Value).Children.Select(l => new IntentExamples(
                i.Key.ToString(), l.Key.ToString(), [.. ((YamlSequenceNode)l.Value).Select(e => e.ToString())]))).ToList()
            : [];
        var bot = new Bot
        {
            Id = main["bot"].ToString(),
            Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', source.Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + "\n" + f.Value))))),
            Languages = languages,
            Variables = variables,
            Connections = Map(main, "connections").ToDictionary(p => p.Key, p => new ConnectionDefinition
            {
                Name = p.Key,
                Plugin = p.Value["plugin"].ToString(),
                Offload = offers.OffloadProviders.TryGetValue(p.Value["plugin"].ToString(), out var kind) ? kind : null,
            }, StringComparer.Ordinal),
            Events = Map(main, "events").ToDictionary(p => Enum.Parse<BotEvent>(p.Key.Replace("-", "", StringComparison.Ordinal), ignoreCase: true), p => p.Value.ToString()),
            Dialogs = dialogs,
            Actions = actions,
            Triggers = dialogs.Values.SelectMany(d => d.Intents.Select(i => (i, d))).GroupBy(p => p.i, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => (IReadOnlyList<Dialog>)[.. g.Select(p => p.d)], StringComparer.Ordinal),
            Intents = ExactIntentMatcher.Build(examples, [.. variables.Values.Select(v => new SlotVariable { Name = v.Name, Type = v.Type, Choices = [.. v.Values.Select(x => new Understanding.Values.ChoiceOption(x, x, []))], Pattern = v.Pattern, Min = v.Min, Max = v.Max })]),
            Translations = translations,
        };
        return new(bot, []);
    }

    internal static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    internal static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var value) && value is YamlMappingNode inner
            ? inner.Children.Select(p => new KeyValuePair<string, YamlNode>(p.Key.ToString(), p.Value))
            : [];

    internal static YamlNode? Get(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var value) ? value : null;

    private static VariableDefinition Variable(string name, YamlMappingNode node) => new()
    {
        Name = name,
        Type = node["type"].ToString(),
        Values = Get(node, "values") is YamlSequenceNode values ? [.. values.Select(v => v.ToString())] : [],
        Scope = Get(node, "scope") is { } scope ? Enum.Parse<VariableScope>(scope.ToString(), ignoreCase: true) : VariableScope.Conversation,
        Pattern = Get(node, "pattern")?.ToString(),
    };

    internal sealed class DialogCompiler(string id)
    {
        private readonly List<Step?> steps = [];
        private readonly List<Action> later = [];

        public Dialog Compile(YamlMappingNode node, string path)
        {
            var top = ((YamlSequenceNode)node["steps"]).Children;
            Block(top, "steps", int.MaxValue);
            while (later.Count > 0)
            {
                var batch = later.ToList();
                later.Clear();
                batch.ForEach(b => b());
            }

            var end = steps.Count;
            var fixedSteps = steps.Select(s => s!.Next == int.MaxValue ? s with { Next = end } : s).ToList();
            return new()
            {
                Id = id,
                Intents = Get(node, "trigger") is { } t && Get(t, "intents") is YamlSequenceNode i ? [.. i.Select(x => x.ToString())] : [],
                TriggerWhen = Get(node, "trigger") is { } w && Get(w, "when") is { } e ? Expression.Parse(e.ToString()) : null,
                Steps = fixedSteps,
                At = new(path, 1, 1),
            };
        }

        private int Block(IList<YamlNode> nodes, string path, int next)
        {
            var expanded = nodes.Select((n, i) => (Node: (YamlMappingNode)n, Path: Get(n, "id")?.ToString() ?? $"{path}[{i}]")).ToList();
            var first = steps.Count;
            var slots = new List<(YamlMappingNode Node, string Path, int Slot, int? Tail)>();
            foreach (var (node, stepPath) in expanded)
            {
                steps.Add(null);
                var slot = steps.Count - 1;
                int? tail = null;
                if (Get(node, "say") is not null && (Get(node, "goto") ?? Get(node, "end")) is not null)
                {
                    steps.Add(null);
                    tail = steps.Count - 1;
                }

                slots.Add((node, stepPath, slot, tail));
            }

            for (var i = 0; i < slots.Count; i++)
            {
                var (node, stepPath, slot, tail) = slots[i];
                var after = i + 1 < slots.Count ? slots[i + 1].Slot : next;
                steps[slot] = One(node, stepPath, tail ?? after);
                if (tail is { } t)
                {
                    steps[t] = Tail(node, stepPath + ".then", after);
                }
            }

            return first;
        }

        private static Step Tail(YamlMappingNode node, string path, int next) => Get(node, "goto") is { } go
            ? new GotoStep { Path = path, Next = next, At = default, Dialog = go.ToString() }
            : End(node, path, next);

        private static EndStep End(YamlMappingNode node, string path, int next)
        {
            var word = node["end"].ToString();
            return new()
            {
                Path = path,
                Next = next,
                At = default,
                Outcome = word == "failed" ? EpisodeOutcome.Abandoned : Enum.Parse<EpisodeOutcome>(word, ignoreCase: true),
                Reason = word == "failed" ? "failed" : null,
            };
        }

        private Text T(string key, YamlNode node) => new($"{id}.{key}", TextTemplate.Parse(node.ToString()), default);

        private Target Go(YamlNode node, string path, int next)
        {
            if (node is YamlScalarNode s)
            {
                return Target.ToDialog(s.Value!);
            }

            var nodes = node is YamlSequenceNode list ? list.Children : [node];
            return Target.ToStep(Block(nodes, path, next));
        }

        private Step One(YamlMappingNode n, string path, int next)
        {
            if (Get(n, "say") is { } say)
            {
                return new SayStep
                {
                    Path = path, Next = next, At = default, Text = T(path, say),
                    Buttons = [.. Map(n, "buttons").Select(b => new Button
                    {
                        Id = b.Key, Title = T($"{path}.{b.Key}", b.Value["title"]), Goto = Get(b.Value, "goto")?.ToString(),
                        Link = Get(b.Value, "link") is { } l ? TextTemplate.Parse(l.ToString()) : null, Set = Assign(Map(b.Value, "set")),
                    })],
                };
            }

            if (Get(n, "ask") is { } ask)
            {
                return new AskStep
                {
                    Path = path, Next = next, At = default, Question = T(path, ask), Into = n["into"].ToString(),
                    Again = Get(n, "again")?.ToString() == "true", Check = Get(n, "check") is { } c ? Expression.Parse(c.ToString()) : null,
                    Invalid = Get(n, "invalid") is { } inv ? T(path + ".invalid", inv) : null,
                    Tries = Get(n, "tries") is { } t ? int.Parse(t.ToString(), System.Globalization.CultureInfo.InvariantCulture) : null,
                    Otherwise = Get(n, "otherwise") is { } o ? Go(o, path + ".otherwise", next) : null,
                    Choices = [.. Map(n, "choices").Select(x => new ChoiceDefinition(x.Key, T($"{path}.{x.Key}", x.Value)))],
                    Interrupt = Get(n, "interrupt") is YamlSequenceNode s ? [.. s.Select(x => x.ToString())] : [],
                };
            }

            if (Get(n, "confirm") is { } confirm)
            {
                return new ConfirmStep
                {
                    Path = path, Next = next, At = default, Question = T(path, confirm), Otherwise = Go(n["otherwise"], path + ".otherwise", next),
                    Interrupt = Get(n, "interrupt") is YamlSequenceNode s ? [.. s.Select(x => x.ToString())] : [],
                };
            }

            if (Get(n, "when") is { } when)
            {
                return new WhenStep
                {
                    Path = path, Next = next, At = default, Condition = Expression.Parse(when.ToString()),
                    Then = Go(n["then"], path + ".then", next), Otherwise = Get(n, "otherwise") is { } o ? Go(o, path + ".otherwise", next) : null,
                };
            }

            if (Get(n, "run") is { } run)
            {
                return new RunStep
                {
                    Path = path, Next = next, At = default, Action = run.ToString(), With = Assign(Map(n, "with")),
                    Then = Map(n, "then").ToDictionary(x => x.Key, x => Go(x.Value, $"{path}.then.{x.Key}", next), StringComparer.Ordinal),
                };
            }

            if (Get(n, "visit") is { } visit)
            {
                return new VisitStep { Path = path, Next = next, At = default, Dialog = visit.ToString() };
            }

            if (Get(n, "set") is not null)
            {
                return new SetStep { Path = path, Next = next, At = default, Assignments = Assign(Map(n, "set")) };
            }

            if (Get(n, "clear") is YamlSequenceNode clear)
            {
                return new ClearStep { Path = path, Next = next, At = default, Variables = [.. clear.Select(x => x.ToString())] };
            }

            return Get(n, "goto") is { } go ? new GotoStep { Path = path, Next = next, At = default, Dialog = go.ToString() } : End(n, path, next);
        }
    }

    internal static IReadOnlyList<Assignment> Assign(IEnumerable<KeyValuePair<string, YamlNode>> map) =>
        [.. map.Select(p => new Assignment(p.Key, Expression.Parse(p.Value.ToString()), default))];

    internal sealed class ActionCompiler(string id)
    {
        private readonly List<Deed?> deeds = [];
        private readonly List<string> outcomes = [];

        public ActionDialog Compile(YamlMappingNode node, InstalledOffers offers)
        {
            Block(((YamlSequenceNode)node["steps"]).Children, "steps", int.MaxValue);
            var end = deeds.Count;
            return new()
            {
                Id = id,
                Input = Map(node, "input").ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal),
                Deeds = [.. deeds.Select(d => d!.Next == int.MaxValue ? d with { Next = end } : d)],
                Outcomes = outcomes,
            };
        }

        private int Block(IList<YamlNode> nodes, string path, int next)
        {
            var first = deeds.Count;
            deeds.AddRange(new Deed?[nodes.Count]);
            for (var i = 0; i < nodes.Count; i++)
            {
                var n = (YamlMappingNode)nodes[i];
                deeds[first + i] = One(n, Get(n, "id")?.ToString() ?? $"{path}[{i}]", i + 1 < nodes.Count ? first + i + 1 : next);
            }

            return first;
        }

        private int Go(YamlNode node, string path, int next)
        {
            if (node is YamlScalarNode s)
            {
                outcomes.Add(s.Value!);
                deeds.Add(new FinishDeed { Path = path, Next = next, At = default, Outcome = s.Value! });
                return deeds.Count - 1;
            }

            return Block(node is YamlSequenceNode l ? l.Children : [node], path, next);
        }

        private Deed One(YamlMappingNode n, string path, int next)
        {
            if (Get(n, "when") is { } when)
            {
                return new WhenDeed
                {
                    Path = path, Next = next, At = default, Condition = Expression.Parse(when.ToString()),
                    Then = Go(n["then"], path + ".then", next), Otherwise = Get(n, "otherwise") is { } o ? Go(o, path + ".otherwise", next) : null,
                };
            }

            if (Get(n, "finish") is { } finish)
            {
                return new FinishDeed { Path = path, Next = next, At = default, Outcome = finish.ToString() };
            }

            if (Get(n, "set") is not null)
            {
                return new SetDeed { Path = path, Next = next, At = default, Assignments = Assign(Map(n, "set")) };
            }

            var rules = Map(n, "outcomes").Select(p => new OutcomeRule(p.Key, Expression.Parse(p.Value.ToString()), default)).ToList();
            if (Get(n, "offload") is { } offload)
            {
                var share = Get(n, "share");
                return new OffloadDeed
                {
                    Path = path, Next = next, At = default, Connection = offload.ToString(), Outcomes = rules,
                    Otherwise = Get(n, "otherwise")?.ToString(), Save = Assign(Map(n, "save")),
                    Fields = Get(n, "fields") is { } f ? Template(f) : null,
                    ShareVariables = share is not null && Get(share, "variables") is YamlSequenceNode v ? [.. v.Select(x => x.ToString())] : [],
                    ShareTranscript = share is not null && Get(share, "transcript") is { } t
                        ? t.ToString() == "all" ? int.MaxValue : int.Parse(t.ToString(), System.Globalization.CultureInfo.InvariantCulture) : 0,
                };
            }

            string[] own = ["outcomes", "otherwise", "save", "timeout", "id"];
            var fields = n.Children.Where(p => !own.Contains(p.Key.ToString())).Select(p => new KeyValuePair<string, ValueTemplate>(p.Key.ToString(), Template(p.Value))).ToList();
            return new InvokeDeed
            {
                Path = path, Next = next, At = default, Action = fields[0].Key, Input = new ObjectTemplate(fields), Outcomes = rules,
                Otherwise = Get(n, "otherwise")?.ToString(), Save = Assign(Map(n, "save")),
            };
        }

        private static ValueTemplate Template(YamlNode node) => node switch
        {
            YamlMappingNode map => new ObjectTemplate([.. map.Children.Select(p => new KeyValuePair<string, ValueTemplate>(p.Key.ToString(), Template(p.Value)))]),
            YamlSequenceNode list => new ListTemplate([.. list.Select(Template)]),
            YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } s when double.TryParse(s.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) => new LiteralTemplate(Value.From(number)),
            _ => new TextValueTemplate(TextTemplate.Parse(node.ToString()), default),
        };
    }
}
