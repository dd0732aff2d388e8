using System.Text;
using Spark.Understanding.Tests.Support;
using Spark.Understanding.Text;

namespace Spark.Understanding.Tests.Text;

public sealed class FoldedWordsTests
{
    [Theory]
    [InlineData("Hello, World! It's 5 o'clock")]
    [InlineData("Ça coûte 12,50 € — très cher… n'est-ce pas?")]
    [InlineData("Straße, Œuvre, Ærø, Łódź, ﬁne ½ ² №")]
    [InlineData("e\u0301 a\u0308o\u0308 й ガ ไทย हिन्दी")]
    [InlineData("👩‍👩‍👧 ok 👍🏽 ✅")]
    [InlineData("\uD800 x \uFFFE y \u200Bz")]
    [InlineData("")]
    public void The_words_are_those_of_the_tokenizer(string text) => Words(text).ShouldBe(Expected(text));

    [Fact]
    public void The_words_of_every_character_are_those_of_the_tokenizer()
    {
        for (var code = 0; code < 0x3100; code++)
        {
            var text = $"a{(char)code}b {(char)code}'{(char)code}\u0301";
            Words(text).ShouldBe(Expected(text), $"U+{code:X4}");
        }
    }

    [Fact]
    public void The_words_of_random_texts_are_those_of_the_tokenizer()
    {
        var random = new Random(1);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(40); length > 0; length--)
            {
                text.Append((char)(random.Next(4) == 0 ? random.Next(0x10000) : random.Next(0x250)));
            }

            Words(text.ToString()).ShouldBe(Expected(text.ToString()));
        }
    }

    [Fact]
    public void The_words_of_customers_questions_are_those_of_the_tokenizer()
    {
        foreach (var question in CustomerQuestions.Read())
        {
            Words(question).ShouldBe(Expected(question));
        }
    }

    private static string[] Words(string text)
    {
        var words = new FoldedWords();
        words.Read(text);
        var found = new string[words.Count];
        for (var word = 0; word < found.Length; word++)
        {
            found[word] = words[word].ToString();
        }

        return found;
    }

    private static IEnumerable<string> Expected(string text) => Tokenizer.Split(text).Select(token => token.Text);
}
