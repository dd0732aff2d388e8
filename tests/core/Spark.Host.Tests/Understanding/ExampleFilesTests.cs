using Spark.Host.Understanding;
using Spark.Understanding.Intents;

namespace Spark.Host.Tests.Understanding;

public sealed class ExampleFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spark-examples-").FullName;

    [Theory]
    [InlineData("text,category\n\"Hi, you\",greeting\nbye,goodbye\n")]
    [InlineData("intent;expression\ngreeting;Hi, you\ngoodbye;bye\n")]
    [InlineData("\uFEFFintent,expression\r\ngreeting,\"Hi, you\"\r\ngoodbye,bye\r\n")]
    public void Tables_of_corpora_and_of_Chatlayer_are_read(string table) => ExampleTable.Read(Write("a.csv", table))
        .ShouldBe([new TrainingExample("Hi, you", "greeting"), new TrainingExample("bye", "goodbye")]);

    [Fact]
    public void A_table_without_the_columns_says_which_it_needs() =>
        Should.Throw<InvalidDataException>(() => ExampleTable.Read(Write("a.csv", "a,b\n1,2\n"))).Message.ShouldContain("intent;expression");

    [Fact]
    public void What_is_written_as_a_table_is_read_back()
    {
        TrainingExample[] examples = [new("say \"hi\"; please", "greeting"), new("two\nlines", "odd"), new("=1+1", "odd")];
        var writer = new StringWriter();
        ExampleTable.Write(writer, examples);
        writer.ToString().ShouldStartWith("intent;expression");
        ExampleTable.Read(Write("b.csv", writer.ToString())).ShouldBe(examples);
    }

    [Fact]
    public void Rasas_files_are_read_with_annotated_values_as_placeholders()
    {
        const string Yaml = """
            version: "3.1"
            nlu:
            - intent: unlock
              examples: |
                - unlock [jo@acme.com](account)
                - open [jo]{"entity": "account", "role": "x"} again
            - lookup: colours
              examples: |
                - red
            """;
        RasaExamples.Read(Yaml, "nlu.yml").ShouldBe([new TrainingExample("unlock {account}", "unlock"), new TrainingExample("open {account} again", "unlock")]);
        Should.Throw<InvalidDataException>(() => RasaExamples.Read("a: [", "nlu.yml")).Message.ShouldContain("not YAML");
        Should.Throw<InvalidDataException>(() => RasaExamples.Read("a: 1", "nlu.yml")).Message.ShouldContain("nlu");
    }

    [Fact]
    public void What_is_written_for_Rasa_is_read_back()
    {
        TrainingExample[] examples = [new("hello: you", "greeting"), new("bye # now", "goodbye")];
        var writer = new StringWriter();
        RasaExamples.Write(writer, examples);
        RasaExamples.Read(writer.ToString(), "nlu.yml").ShouldBe(examples);
    }

    [Fact]
    public void An_intents_file_quotes_its_texts_and_makes_ids_of_names()
    {
        var writer = new StringWriter { NewLine = "\n" };
        SparkExamples.Write(writer, [new("yes", "Card Payment/fee?"), new("say \"é\"", "Card Payment/fee?"), new("no", "2nd")], "en");
        writer.ToString().ShouldBe("\"card-payment-fee\":\n  \"en\":\n    - \"yes\"\n    - \"say \\\"é\\\"\"\n\"intent-2nd\":\n  \"en\":\n    - \"no\"\n");
    }

    [Fact]
    public void A_benchmark_counts_what_was_refused()
    {
        TrainingExample[] train =
        [
            new("my printer is broken", "printer"), new("the printer has no toner", "printer"), new("paper jam in the printer", "printer"),
            new("I forgot my password", "password"), new("reset my password please", "password"), new("my password expired", "password"),
            new("talk to a human", "human"), new("get me an agent", "human"), new("call a colleague", "human"),
        ];
        var result = IntentBenchmark.Run(train, [.. train, new("will it rain on the moon", "oos")], "oos", seed: 1);
        result.InScopeAccuracyWithoutThreshold.ShouldBe(1);
        result.InScopeAccuracy.ShouldBeInRange(0.5, 1);
        result.OosRecall.ShouldBe(1);
        result.OosPrecision.ShouldNotBeNull().ShouldBeGreaterThan(0);
        result.ModelBytes.ShouldBeGreaterThan(0);
        result.ToJson().ShouldContain("\"inScopeAccuracy\":");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
