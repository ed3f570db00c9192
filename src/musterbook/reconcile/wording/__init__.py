"""What two linked texts say in other words: closed lists, figures and who does what, held side by side."""
